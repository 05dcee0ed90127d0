/** REM says no: `{"status":false,"message":…}` (providers.md A.2). */
export class RemRejection extends Error {}
