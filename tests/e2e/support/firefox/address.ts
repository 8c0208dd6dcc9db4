/** The host of our pages' addresses. Firefox makes one up for each profile; tests have to know it. */
export const host = '6f667072-696e-4740-8f66-667072696e74'
