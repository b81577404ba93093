export { listContracts, type ContractRecord } from './list-contracts.ts';
export { createContract } from './create-contract.ts';
export { changeContract } from './change-contract.ts';
export { archiveContract, restoreContract } from './archive-contract.ts';
export { assignContract, AssignContractInput } from './assign-contract.ts';
export { termsOf, USUAL_HOURS, type ContractFields } from './contract-terms.ts';
