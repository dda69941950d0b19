/** An assembly with one launch template for each text, in a folder cdk.out, as files by their paths. */
export function fakeAssembly(texts: Readonly<Record<string, string>>, environment?: string): Record<string, string> {
  const ids = Object.keys(texts);
  const Resources = Object.fromEntries(
    ids.map((id) => {
      const ebs = { DeviceName: '/dev/xvdb', Ebs: { Encrypted: true } };
      const LaunchTemplateData = {
        ImageId: 'resolve:ssm:/aws/service/bottlerocket/aws-k8s-1.35/x86_64/1.62.1/image_id',
        InstanceType: 'm7i.large',
        BlockDeviceMappings: [ebs],
        UserData: { 'Fn::Base64': { 'Fn::Sub': texts[id] } },
      };
      return [id, { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData } }];
    }),
  );
  const metadata = Object.fromEntries(
    ids.map((id) => [`/Demo/${id}/Resource`, [{ type: 'aws:cdk:logicalId', data: id }]]),
  );
  const stack = {
    type: 'aws:cloudformation:stack',
    environment,
    properties: { templateFile: 'Demo.template.json' },
    displayName: 'Demo',
    metadata,
  };
  return {
    'cdk.out/manifest.json': JSON.stringify({ version: '53.0.0', artifacts: { Demo: stack } }),
    'cdk.out/Demo.template.json': JSON.stringify({ Resources }, undefined, 1),
  };
}

/** Texts for it: one that is right, and one that is not. */
export const FINE = '[settings.kubernetes]\napi-server = "${Cluster.Endpoint}"\nmax-pods = 58\n';
export const WRONG = '[settings.kubernetes]\nmax_pods = 58\n';
