import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language } from './language';
import { packageFolder, VERSION } from './packages';

/** The sources only: whether they compile is not looked at. */
export const dotnet: Language = {
  name: '.NET',
  missing: () => undefined,
  check: () => {
    const folder = join(packageFolder('dotnet'), 'CdkBottlerocket');
    const project = readFileSync(join(folder, 'CdkBottlerocket.csproj'), 'utf8');
    if (!project.includes(`<PackageVersion>${VERSION}</PackageVersion>`)) {
      throw new Error(`CdkBottlerocket.csproj is not of version ${VERSION}`);
    }
    const example = join(folder, 'CdkBottlerocket', 'BottlerocketManagedNodegroup.cs');
    if (!existsSync(example)) {
      throw new Error(`there is no ${example}`);
    }
    return 'sources generated, NOT compiled';
  },
};
