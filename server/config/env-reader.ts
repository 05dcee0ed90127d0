/** Reads settings one by one and keeps every complaint, so that a person can mend all of them at once. */
export class EnvReader {
  readonly problems: string[] = [];
  private readonly env: Readonly<Record<string, string | undefined>>;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.env = env;
  }

  /** The trimmed value; an empty one counts as absent, as `NAME=` in a .env file means. */
  text(name: string): string | null {
    return this.env[name]?.trim() || null;
  }

  /** A whole number in [minimum, maximum]. */
  integer(name: string, fallback: number, minimum: number, maximum: number): number {
    const text = this.text(name);
    if (text === null) return fallback;
    const value = Number(text);
    if (/^[0-9]+$/.test(text) && value >= minimum && value <= maximum) return value;
    this.complain(name, `"${text}" is not a whole number from ${minimum} to ${maximum}`);
    return fallback;
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const text = this.text(name);
    if (text === null) return fallback;
    const choice = choices.find((one) => one === text);
    if (choice === undefined) this.complain(name, `"${text}" is none of ${choices.join(', ')}`);
    return choice ?? fallback;
  }

  /** An http or https address without query, credentials and slash at the end. The value may hold a password, so it is not repeated. */
  url(name: string): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
      this.complain(name, 'is not an address like https://example.com (no query, no user name)');
      return null;
    }
    return text.replace(/\/+$/, '');
  }

  complain(name: string, complaint: string): void {
    this.problems.push(`${name}: ${complaint}`);
  }
}

/** What stops the start: all complaints, each with the variable's name. */
export class EnvError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings are not right (see .env.example):\n${problems.map((one) => `  ${one}`).join('\n')}`);
    this.name = 'EnvError';
    this.problems = problems;
  }
}
