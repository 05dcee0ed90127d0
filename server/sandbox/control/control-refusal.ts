/** The tester asked for something that cannot be done; httpStatus is for the control API. */
export class ControlRefusal extends Error {
  readonly httpStatus: number;
  constructor(httpStatus: 400 | 404 | 409, message: string) {
    super(message);
    this.httpStatus = httpStatus;
  }
}
