export { changeView } from './change-view.ts';
export { findView } from './find-view.ts';
export { keepView } from './keep-view.ts';
export { listViews, type ViewRow } from './list-views.ts';
export { removeView } from './remove-view.ts';
