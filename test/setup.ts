// The node versions that tests run on are chosen on purpose; jsii need not warn of them in every test file.
process.env.JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION ??= '20';
