/** The user data of a launch template as text, with what CloudFormation fills in in angle brackets. */
export function userDataText(userData: unknown): string {
  const { 'Fn::Base64': text } = userData as { 'Fn::Base64': unknown };
  return flat(text);
}

function flat(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  const [[name, argument]] = Object.entries(value as object) as [[string, unknown]];
  switch (name) {
    case 'Ref':
      return `<${String(argument)}>`;
    case 'Fn::GetAtt':
      return `<${(argument as string[]).join('.')}>`;
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map(flat).join(separator);
    }
    default:
      return `<${JSON.stringify(value)}>`;
  }
}
