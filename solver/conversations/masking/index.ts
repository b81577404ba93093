export { maskPersonalData, type MaskedText } from './mask-personal-data.ts';
export { PERSONAL_DATA_KINDS, type PersonalDataKind } from './personal-data.ts';
