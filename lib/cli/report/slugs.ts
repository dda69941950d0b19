/** Makes anchors of texts. The same texts in the same order have the same anchors, and no two are equal. */
export class Slugs {
  private readonly taken = new Set<string>();

  public next(text: string): string {
    const plain =
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'part';
    let slug = plain;
    for (let count = 2; this.taken.has(slug); count++) {
      slug = `${plain}-${count}`;
    }
    this.taken.add(slug);
    return slug;
  }
}
