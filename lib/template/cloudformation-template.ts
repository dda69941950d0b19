/** A value as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A resource of a template, with its logical id. */
export interface TemplateResource {
  readonly logicalId: string;
  /** Where the construct is in its app, such as `Stack/Nodes/Resource`; the logical id where the template does not say. */
  readonly path: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly metadata: JsonObject;
}

/** The construct path of a resource; undefined when it is not known. */
export type PathOf = (logicalId: string) => string | undefined;

/** A CloudFormation template in JSON, whoever wrote it. Nothing in it is taken for granted. */
export class CloudFormationTemplate {
  /** All resources, in the order of the template. */
  public readonly resources: readonly TemplateResource[];
  private readonly byId: ReadonlyMap<string, TemplateResource>;
  private readonly parameters: JsonObject;

  /**
   * @param content the parsed JSON
   * @param pathOf where constructs are, for templates that do not say so themselves
   */
  public constructor(content: unknown, pathOf: PathOf = () => undefined) {
    const { Resources, Parameters } = asObject(content) ?? {};
    this.resources = Object.entries(asObject(Resources) ?? {}).map(([logicalId, resource]) => {
      const { Type, Properties, Metadata } = asObject(resource) ?? {};
      const metadata = asObject(Metadata) ?? {};
      const ownPath = metadata['aws:cdk:path'];
      return {
        logicalId,
        path: typeof ownPath === 'string' ? ownPath : (pathOf(logicalId) ?? logicalId),
        type: String(Type),
        properties: asObject(Properties) ?? {},
        metadata,
      };
    });
    this.byId = new Map(this.resources.map((resource) => [resource.logicalId, resource]));
    this.parameters = asObject(Parameters) ?? {};
  }

  /** The resources of some types. */
  public ofType(...types: readonly string[]): TemplateResource[] {
    return this.resources.filter(({ type }) => types.includes(type));
  }

  /** The resource that a value refers to, by Ref or by an attribute; undefined for anything else. */
  public resourceOf(value: unknown): TemplateResource | undefined {
    const id = referredId(value);
    return id === undefined ? undefined : this.byId.get(id);
  }

  /** The parameter that a value refers to. */
  public parameterOf(value: unknown): JsonObject | undefined {
    const id = asObject(value)?.Ref;
    return typeof id === 'string' && Object.hasOwn(this.parameters, id) ? asObject(this.parameters[id]) : undefined;
  }
}

/** The object that a value is, if it is one, and not a list. */
export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** The items of a list; none of anything else. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The function of CloudFormation that a value is, with its argument; undefined for plain values. */
export function intrinsicOf(value: unknown): readonly [name: string, argument: unknown] | undefined {
  const entries = Object.entries(asObject(value) ?? {});
  const [name, argument] = entries[0] ?? [];
  return entries.length === 1 && name !== undefined && /^(?:Ref|Fn::\w+|Condition)$/.test(name)
    ? [name, argument]
    : undefined;
}

/** The logical id in a Ref or Fn::GetAtt. */
export function referredId(value: unknown): string | undefined {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Ref' && typeof argument === 'string') {
    return argument;
  }
  if (name !== 'Fn::GetAtt') {
    return undefined;
  }
  const id: unknown = typeof argument === 'string' ? argument.split('.')[0] : asList(argument)[0];
  return typeof id === 'string' ? id : undefined;
}
