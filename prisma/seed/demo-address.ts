/** Addresses below example.com reach nobody, whatever the demonstration sends. */
export function addressOf(name: string, country: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, ".");
  return `${plain}@${country.toLowerCase()}.example.com`;
}
