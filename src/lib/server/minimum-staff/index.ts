export { changeMinimumStaff, MinimumStaffChange, type MinimumStaffChanged } from './change-minimum-staff.ts';
export { listMinimumStaff, type MinimumStaffRecord } from './list-minimum-staff.ts';
export { minimumStaffFor } from './minimum-staff-of-days.ts';
