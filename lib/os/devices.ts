/** The device of the OS. Its partitions fill it exactly. */
export const OS_DEVICE = '/dev/xvda';

/** The device of everything else: images, containers, logs. */
export const DATA_DEVICE = '/dev/xvdb';
