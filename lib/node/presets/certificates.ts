import { Fn } from 'aws-cdk-lib';
import { CDK_TOKENS } from '../../private/cdk-tokens';
import { readContent } from './node-container-user-data';

/**
 * Certificates of authorities.
 */
export class NodeCertificates {
  /**
   * Certificates in PEM. May be a CDK token.
   *
   * @param pem one or more certificates, each between `-----BEGIN CERTIFICATE-----` and `-----END CERTIFICATE-----`
   */
  public static fromPem(pem: string): NodeCertificates {
    return new NodeCertificates(CDK_TOKENS.isToken(pem) ? Fn.base64(pem) : Buffer.from(pem).toString('base64'));
  }

  /**
   * Certificates in a file in PEM.
   *
   * @param path where the file is, on the machine that synthesises the app
   * @throws an error when the file cannot be read
   */
  public static fromPemFile(path: string): NodeCertificates {
    return new NodeCertificates(readContent(path).toString('base64'));
  }

  private constructor(
    /** The certificates in base64, as the OS wants them. */
    public readonly base64: string,
  ) {}
}
