import { HostContainer } from '../../settings';
import { NodePreset } from '../node-preset';
import { adminUserData } from './admin-user-data';
import type {
  AdminContainerOptions,
  ControlContainerOptions,
  HostContainerCommonOptions,
  HostContainerOptions,
} from './host-container-options';
import type { NodeContainerImage } from './node-container-image';

/**
 * Host containers: containers that the OS runs beside the orchestrator, for people and tools.
 *
 * @see https://bottlerocket.dev/en/os/latest/concepts/host-containers/
 */
export class HostContainerPreset {
  /**
   * Switches the admin container on, which is off by default, or changes it. Whoever gets into it has the host.
   *
   * @param options the container
   * @throws an error when a key is not a public key, or the file is given twice
   */
  public static admin(options: AdminContainerOptions = {}): NodePreset {
    return preset('admin', { ...options, userData: adminUserData(options) });
  }

  /**
   * Changes the control container, which is on by default, or switches it off.
   *
   * @param options the container
   */
  public static control(options: ControlContainerOptions = {}): NodePreset {
    return preset('control', options);
  }

  /**
   * Runs a host container of your own.
   *
   * @param containerName the name of the container: letters, digits and hyphens
   * @param options the container
   */
  public static custom(containerName: string, options: HostContainerOptions): NodePreset {
    return preset(containerName, options, options.superpowered ?? false);
  }

  private constructor() {}
}

type AnyOptions = HostContainerCommonOptions & { readonly image?: NodeContainerImage };

function preset(name: string, options: AnyOptions, superpowered?: boolean): NodePreset {
  const { enabled = true, image, command, userData } = options;
  const container: HostContainer = {
    enabled,
    source: image?.reference,
    superpowered,
    command,
    userData: userData?.base64,
  };
  return NodePreset._withGrant(`host container ${name}`, { hostContainers: { [name]: container } }, (role) =>
    image?._grantTo(role),
  );
}
