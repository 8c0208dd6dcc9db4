import fc from 'fast-check'

// Under CI the properties are looked at with the same values each time: a red run is the change's own fault, and can be had
// again. Everywhere else they are others each time, which is how what nobody thought of is found.
const seed = process.env.OFFPRINT_SEED ?? (process.env.CI === 'true' ? '20261124' : undefined)
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
