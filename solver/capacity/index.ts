export { capacityDemand, type CapacityDemand } from './capacity-demand.ts';
export type {
	CapacityChanges,
	CapacityCost,
	CapacityFamily,
	CapacityInput,
	CapacityPeople,
	HiringClass,
	MonthStep,
	PointStep,
	Rate,
	WeekProfile
} from './capacity-input.ts';
export { capacityPlan, type CapacityMonth, type CapacityPlan } from './capacity-plan.ts';
export type { FamilyMonth } from './family-months.ts';
export { hiringPlan, type HiringOptions, type HiringPlan, type ShortMonth } from './hiring-plan.ts';
export { monthCalendar, type CalendarMonth } from './month-calendar.ts';
export type { MonthCost } from './month-cost.ts';
export type { CapacityTotals } from './plan-totals.ts';
