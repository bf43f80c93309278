import type { Browser, BrowserContext, Page } from "playwright-core";

export interface DeskOptions {
  /** CSS pixels; a desktop unless given. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly language?: "id" | "en";
  readonly scale?: number;
}

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export const demoPassword = "alur-demo";

/** One browser window of one person, and what a person does in any screen of it. */
export class Desk {
  readonly #faults: string[] = [];
  readonly #allowed: RegExp[] = [];

  private constructor(
    readonly url: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on("console", (message) => {
      if (message.type() === "error") this.#faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.#faults.push(`page: ${error.message}`));
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText ?? "";
      // Leaving a page ends its live stream and whatever else was still under way.
      if (reason === "net::ERR_ABORTED") return;
      this.#faults.push(`request: ${request.url()} ${reason}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) {
        this.#faults.push(`response: ${response.status()} ${response.url()}`);
      }
    });
  }

  static async open(browser: Browser, url: string, options: DeskOptions): Promise<Desk> {
    const { size = desktop, language = "id", scale = 1 } = options;
    const context = await browser.newContext({
      baseURL: url,
      viewport: size,
      deviceScaleFactor: scale,
      locale: language === "en" ? "en-GB" : "id-ID",
      timezoneId: "Asia/Jakarta",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(15_000);
    return new Desk(url, context, await context.newPage());
  }

  /** Errors of the page and failed requests so far, without those that were allowed. */
  faults(): readonly string[] {
    return this.#faults.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }

  /** A test that makes something fail says what that looks like. */
  allowFault(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  async signIn(username: string, password = demoPassword): Promise<void> {
    if (!this.page.url().includes("/masuk")) await this.open("/masuk");
    await this.fillSignIn(username, password);
    await this.page.getByRole("main").locator(".page-head, h1").first().waitFor();
    await this.page.waitForURL((url) => !url.pathname.startsWith("/masuk"));
  }

  /** Types both and presses the button, whatever comes of it. */
  async fillSignIn(username: string, password: string): Promise<void> {
    await this.page.locator('input[name="username"]').fill(username);
    await this.page.locator('input[name="password"]').fill(password);
    await this.page.locator('button[type="submit"]').click();
  }

  async signOut(): Promise<void> {
    // Beside a form one's own things are behind a button.
    const folded = this.page.getByRole("button", { name: /^(Akun|Account of) / });
    const out = this.page.getByRole("button", { name: /^(Keluar|Sign out)$/ });
    await folded.or(out).first().waitFor();
    if (await folded.isVisible()) await folded.click();
    await out.click();
    await this.page.waitForURL(/\/masuk/);
  }

  /** Follows the main menu, as a rail on a desktop or a bar on a phone. */
  async goTo(place: string): Promise<void> {
    await this.page.getByRole("navigation").getByRole("link", { name: place }).first().click();
    await this.page.getByRole("heading", { level: 1, name: place }).waitFor();
  }

  async openSop(title: string): Promise<void> {
    await this.goTo("SOP");
    await this.page.getByRole("link", { name: title, exact: true }).click();
    await this.page.getByRole("heading", { level: 1, name: title }).waitFor();
    await this.page.locator(".form-row").first().waitFor();
  }

  /** Asks the API as the person who is signed in here, as another program of theirs could. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await this.context.request.post("/graphql", {
      headers: { origin: this.url },
      data: { query, variables },
    });
    const answer = (await response.json()) as { data: Data; errors?: unknown };
    if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }
}
