/** Names in TypeScript, derived from the names of the OS. */

/** memory.available, hugepages-2Mi, max-pods -> memoryAvailable, hugepages2Mi, maxPods */
export function camelCase(key: string): string {
  return key
    .split(/[-._]/)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

/** prefer-cached, TieredReservation, defer+madvise -> PREFER_CACHED, TIERED_RESERVATION, DEFER_MADVISE */
export function upperSnakeCase(value: string): string {
  return value
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}
