/** Does something for all items, never more than a few at once. The results are in the order of the items. */
export async function inParallel<In, Out>(
  items: readonly In[],
  limit: number,
  action: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await action(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}
