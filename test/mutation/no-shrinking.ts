import fc from 'fast-check';

// That a bug is found is enough: nobody reads its counterexample.
fc.configureGlobal({ endOnFailure: true, seed: Number(process.env.MUTATION_SEED) });
