const cleanings: (() => unknown)[] = [];

/** Runs a function after the tests of the current file, in reverse order of registration. */
export function afterFile(clean: () => unknown): void {
  cleanings.push(clean);
}

export async function cleanUp(): Promise<void> {
  for (const clean of cleanings.splice(0).reverse()) await clean();
}
