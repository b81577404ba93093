export { routeContact, ROUTE_VERSION } from './route-contact.ts';
export { RouteInput } from './route-input.ts';
