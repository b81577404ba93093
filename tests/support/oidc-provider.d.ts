// The package brings no types; the test names those that it uses.
declare module 'oidc-provider';
