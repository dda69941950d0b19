export * from './bottlerocket-validation-plugin';
