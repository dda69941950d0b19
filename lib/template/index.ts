/**
 * Reads Bottlerocket nodes back out of CloudFormation templates, whoever wrote them:
 *
 * ```ts
 * const template = new CloudFormationTemplate(JSON.parse(text));
 * for (const node of readNodes(template)) {
 *   console.log(node.path, node.image.variant, node.userData?.text);
 * }
 * ```
 *
 * Values that only CloudFormation knows are placeholders such as `${Cluster.Endpoint}` in texts;
 * `placeholderTokens(node.userData.placeholders)` tells the checker of settings to leave them alone. Free of aws-cdk-lib,
 * so that the command line can use it. Not part of the public API.
 */
export * from './cloudformation-template';
export * from './launch-data';
export * from './node-image';
export * from './node-user-data';
export * from './read-nodes';
export * from './template-node';
export * from './template-text';
