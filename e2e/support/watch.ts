import type { BrowserContext, ConsoleMessage } from '@playwright/test'

// Chromium reports every answer of 400 and more as an error of the console. Those that a story asks for are no fault.
const refused = /^Failed to load resource: the server responded with a status of (\d+)/
// The last one is the browser itself, looking for a newer sw.js.
const offline = /^(Failed to load resource: net::ERR_|WebSocket connection to .* failed|An unknown error occurred when fetching the script)/

export class Watch {
  private readonly faults: string[] = []
  private readonly allowed = new Set<number>()
  private mayLoseNetwork = false

  add(context: BrowserContext): void {
    context.on('console', (message) => this.hear(message))
    context.on('weberror', (error) => this.faults.push(`uncaught: ${error.error().message}`))
  }

  /** The story provokes answers with these statuses. */
  allow(...statuses: number[]): void {
    for (const status of statuses) this.allowed.add(status)
  }

  /** The story cuts the network or stops the program. */
  allowOffline(): void {
    this.mayLoseNetwork = true
  }

  /** Everything that a page complained of; a violated content security policy is told here too. */
  get complaints(): string[] {
    return this.faults.filter((text) => !this.isAllowed(text))
  }

  private isAllowed(text: string): boolean {
    const status = refused.exec(text)?.[1]
    if (status) return this.allowed.has(Number(status))
    return this.mayLoseNetwork && offline.test(text)
  }

  private hear(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const where = message.location().url
    this.faults.push(where ? `${message.text()} (${where})` : message.text())
  }
}
