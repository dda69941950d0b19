export * from './ami-type';
