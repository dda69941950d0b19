import { NeuronPreset } from '../../../lib';
import { expectGolden } from '../../helpers/golden';
import { types, userDataOf } from '../../helpers/self-managed';

test('devices belong to the users of containers', () => {
  const text = userDataOf({ instanceTypes: types('inf2.xlarge'), presets: [NeuronPreset.devicesForNonRoot()] });
  expectGolden('presets/neuron-devices-for-non-root.toml', text);
});
