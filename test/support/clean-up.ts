const cleanings: (() => unknown)[] = [];

/** Has something done after the tests of the file that runs: what was made last goes first. */
export function afterFile(clean: () => unknown): void {
  cleanings.push(clean);
}

export async function cleanUp(): Promise<void> {
  for (const clean of cleanings.splice(0).reverse()) await clean();
}
