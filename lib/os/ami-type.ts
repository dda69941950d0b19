/**
 * The Bottlerocket images that Amazon EKS offers for managed node groups.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
 */
export enum BottlerocketAmiType {
  /**
   * For x86 processors. Also for AWS Inferentia and AWS Trainium, whose drivers are part of it.
   */
  X86_64 = 'BOTTLEROCKET_x86_64',

  /**
   * For Arm processors.
   */
  ARM_64 = 'BOTTLEROCKET_ARM_64',

  /**
   * For x86 processors with NVIDIA GPUs.
   */
  X86_64_NVIDIA = 'BOTTLEROCKET_x86_64_NVIDIA',

  /**
   * For Arm processors with NVIDIA GPUs.
   */
  ARM_64_NVIDIA = 'BOTTLEROCKET_ARM_64_NVIDIA',

  /**
   * For x86 processors, with validated cryptography (FIPS 140-3).
   */
  X86_64_FIPS = 'BOTTLEROCKET_x86_64_FIPS',

  /**
   * For Arm processors, with validated cryptography (FIPS 140-3).
   */
  ARM_64_FIPS = 'BOTTLEROCKET_ARM_64_FIPS',

  /**
   * For x86 processors with NVIDIA GPUs, with validated cryptography (FIPS 140-3).
   */
  X86_64_NVIDIA_FIPS = 'BOTTLEROCKET_x86_64_NVIDIA_FIPS',

  /**
   * For Arm processors with NVIDIA GPUs, with validated cryptography (FIPS 140-3).
   */
  ARM_64_NVIDIA_FIPS = 'BOTTLEROCKET_ARM_64_NVIDIA_FIPS',
}
