import { CfnResource, Fn, Lazy, Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { BottlerocketUserData } from '../node';
import { checkGivenTwice } from '../node/given-twice';
import { addPresets, checkPresets } from '../node/node-preset';
import { BottlerocketVariant } from '../os';
import { hardwareOf } from '../os/instance-hardware';
import { warnOnce } from '../os/warn';
import { renderedProperties } from '../private/rendered-properties';
import { BottlerocketIssue, IssueCode, IssueSeverity, SettingsLayer } from '../settings';
import { osContext } from '../settings/model/os-context';
import { parseVariant } from '../settings/model/variants';
import { describe, issue } from '../settings/report';
import { asObject } from '../template';
import { BottlerocketNodeSettingsOptions } from './bottlerocket-node-settings-options';
import { EXISTING, readExisting } from './existing-settings';
import { ExistingUserData } from './existing-user-data-strategy';
import { judgeImage } from './judge-image';
import type { Launch } from './launch';
import { isNodegroup } from './launches-of';
import { checkImage, marksOf, nodeFacts } from './node-facts';
import { checkVersion } from './template-version';

/** The user data that was written last to each launch template. */
const LATEST = new WeakMap<CfnResource, MergedUserData>();

/** User data of a node as it is at some time, and all that is wrong with it so far. */
interface Built {
  readonly userData: BottlerocketUserData;
  readonly issues: readonly BottlerocketIssue[];
}

/**
 * The user data that a launch template has already, and the settings of a mixin, in one document. What is there may still
 * change until synthesis: constructs of aws-cdk-lib collect user data until then.
 */
export class MergedUserData {
  private readonly existing: unknown;
  /** Constructs of aws-cdk-lib collect user data, and pass on a token that stays what it is when it is first resolved. */
  private readonly collected: ec2.UserData | undefined;
  private written: unknown;

  public constructor(
    private readonly launch: Launch,
    private readonly options: BottlerocketNodeSettingsOptions,
  ) {
    this.existing = options.existingUserData === ExistingUserData.REPLACE ? undefined : launch.get('userData');
    this.collected = collectedFor(launch, this.existing);
  }

  /** What is wrong as things are now. */
  public preview(): BottlerocketIssue[] {
    const { userData, issues } = this.build();
    return [...issues, ...userData._preview()];
  }

  /** Puts the user data into the launch template, in place of what was there. */
  public write(): void {
    const { launch } = this;
    this.written = Lazy.uncachedString({
      produce: ({ preparing }) => (preparing ? this.everything() : this.text()),
    });
    launch.set('userData', this.written);
    LATEST.set(launch.resource, this);
    launch.resource.node.addValidation({
      validate: () =>
        this.validate()
          .filter(({ severity }) => severity === IssueSeverity.ERROR)
          .map(describe),
    });
  }

  private build(): Built {
    const { launch, options } = this;
    const { settings, presets, additionalSettings, allowRegistryCredentials } = options;
    const facts = nodeFacts(launch);
    const { image, target, instanceTypes, groups } = facts;
    const variant = options.variant?.variantName ?? image.variant;
    const isWhole = variant !== undefined && parseVariant(variant) !== undefined;
    const osVersion = options.osVersion ?? image.osVersion;
    const userData = new BottlerocketUserData({
      target,
      osVersion,
      allowRegistryCredentials,
      // Without an image of its own, whoever uses the launch template may add the settings of the cluster.
      variant: isWhole && launch.get('imageId') !== undefined ? BottlerocketVariant.of(variant) : undefined,
    });
    const { context } = osContext({ variant, osVersion: Token.isUnresolved(osVersion) ? undefined : osVersion });
    const fips = image.fips ?? context.fips;
    userData._judgeBy({ ...context, fips });
    const existing = readExisting(launch.resolve(this.asItIsNow()), launch.pathOf('userData'), { context, target });
    const hardware = new Map(
      instanceTypes.flatMap((type) => {
        const known = hardwareOf(type);
        return known === undefined ? [] : [[type, known] as const];
      }),
    );
    const isAbove = options.existingUserData === ExistingUserData.ABOVE;
    const issues = [
      ...existing.issues,
      ...checkPresets(hardware, presets),
      ...addPresets(userData, presets),
      ...(settings === undefined
        ? []
        : userData._tryAddSettings(settings, { layer: isAbove ? SettingsLayer.CLUSTER : SettingsLayer.GROUP })),
      ...(additionalSettings === undefined ? [] : userData._tryAddAdditionalSettings(additionalSettings)),
      ...(existing.settings === undefined
        ? []
        : userData._tryAddSettings(existing.settings, {
            layer: isAbove ? SettingsLayer.GROUP : SettingsLayer.CLUSTER,
            source: EXISTING,
          })),
    ];
    const twice = groups.flatMap((group) => (isNodegroup(group) ? checkGivenTwice(userData, marksOf(group)) : []));
    const path = options.variant === undefined ? 'version' : 'variant';
    const ofImage = judgeImage({ variant, path, fips }, facts, launch, userData);
    return { userData, issues: [...issues, ...ofImage, ...twice] };
  }

  /** What was there, with all that was added since. */
  private asItIsNow(): unknown {
    return this.collected === undefined ? this.existing : Fn.base64(this.collected.render());
  }

  private text(): string | undefined {
    const rendered: unknown = this.launch.resolve(this.build().userData._encode());
    return rendered === undefined ? undefined : Token.asString(rendered);
  }

  /** Everything that references may be in, for those who look for them before synthesis. */
  private everything(): string {
    const { userData } = this.build();
    const { existing = '' } = this;
    return Fn.join('', [Token.asString(existing), Token.asString(userData._encode() ?? '')]);
  }

  private validate(): BottlerocketIssue[] {
    const { launch } = this;
    const { userData, issues } = this.build();
    const facts = nodeFacts(launch);
    facts.groups.forEach((group) => warnOnce(group, checkVersion(group, launch)));
    warnOnce(launch.resource, issues);
    const found = [...checkImage(facts, launch), ...issues, ...userData._validate(launch.resource)];
    const known = new Map(found.map((one) => [describe(one), one]));
    return [...known.values(), ...(LATEST.get(launch.resource) === this ? this.checkReplaced() : [])];
  }

  /** Finds out whether something else was written in its place. */
  private checkReplaced(): BottlerocketIssue[] {
    const { launch } = this;
    const { resource } = launch;
    const rendered = renderedProperties(resource);
    const actual = launch.isConfiguration ? rendered : asObject(rendered?.LaunchTemplateData);
    const isReplaced =
      launch.get('userData') !== this.written ||
      (rendered !== undefined && JSON.stringify(actual?.UserData) !== JSON.stringify(launch.resolve(this.written)));
    return isReplaced
      ? [
          issue(IssueCode.USER_DATA_REPLACED, {
            path: launch.pathOf('userData'),
            message: `The user data of ${resource.node.path} is not what the mixin wrote.`,
          }),
        ]
      : [];
  }
}

/** The user data that a launch template gets from the construct around it, if it is the one that is there. */
function collectedFor(launch: Launch, existing: unknown): ec2.UserData | undefined {
  const { userData } = (launch.resource.node.scope ?? {}) as { readonly userData?: ec2.UserData };
  if (userData === undefined || !Token.isUnresolved(existing)) {
    return undefined;
  }
  const textOf = (value: unknown) => JSON.stringify(launch.resolve(value));
  return textOf(Fn.base64(userData.render())) === textOf(existing) ? userData : undefined;
}
