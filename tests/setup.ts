import fc from "fast-check";

// Property tests try the same cases on every machine: what fails here fails there. FC_SEED explores others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
