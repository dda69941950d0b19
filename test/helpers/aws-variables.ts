/** What the AWS SDK reads of the environment, with nothing of the machine that the tests run on. */
export const AWS_VARIABLES: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: '',
  AWS_REGION: 'eu-west-1',
  AWS_PROFILE: '',
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '',
  AWS_CONTAINER_CREDENTIALS_FULL_URI: '',
  AWS_WEB_IDENTITY_TOKEN_FILE: '',
  AWS_ENDPOINT_URL: '',
  AWS_ENDPOINT_URL_SSM: '',
  AWS_MAX_ATTEMPTS: '',
  HTTPS_PROXY: '',
  https_proxy: '',
  HTTP_PROXY: '',
  http_proxy: '',
  ALL_PROXY: '',
  all_proxy: '',
  NO_PROXY: '',
  no_proxy: '',
};

/** Sets variables for the tests of a file, without those that are empty, and puts the old ones back. */
export function useAwsVariables(more: () => Readonly<Record<string, string>> = () => ({})): void {
  const before = { ...process.env };
  beforeEach(() => {
    for (const [name, value] of Object.entries({ ...AWS_VARIABLES, ...more() })) {
      if (value === '') {
        delete process.env[name];
      } else {
        process.env[name] = value;
      }
    }
  });
  afterAll(() => {
    process.env = before;
  });
}
