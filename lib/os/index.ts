export * from './ami-type';
export * from './bottlerocket-variant';
