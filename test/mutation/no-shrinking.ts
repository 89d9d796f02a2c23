import fc from 'fast-check';

// Finding the bug is enough: its counterexample is not needed.
fc.configureGlobal({ endOnFailure: true, seed: Number(process.env.MUTATION_SEED) });
