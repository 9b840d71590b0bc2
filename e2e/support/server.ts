import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

// E2E_BINARY names another build; a CHURCHMUSIC_ name would reach the program, which refuses what it does not know.
const binary = resolve(import.meta.dirname, process.env.E2E_BINARY ?? '../../bin/churchmusic')

export const adminPassword = 'quiet harbour lantern 42'

/** One real program with a data folder of its own. */
export class Server {
  private child: ChildProcess | undefined
  private output = ''

  private constructor(
    private readonly data: string,
    readonly apiPort: number,
    readonly webPort: number,
  ) {}

  /** A program with its starter library and the users named, by role; it still has to be started. */
  static async create(users: Record<string, string> = {}): Promise<Server> {
    const server = await Server.bare()
    for (const [name, role] of Object.entries(users)) server.createUser(name, role)
    return server
  }

  private static async bare(): Promise<Server> {
    const data = mkdtempSync(join(tmpdir(), 'churchmusic-e2e-'))
    return new Server(data, await freePort(), await freePort())
  }

  get url(): string {
    return `http://localhost:${this.webPort}`
  }

  private get env(): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('CHURCHMUSIC_'))
    return {
      ...Object.fromEntries(own),
      CHURCHMUSIC_DATA: this.data,
      CHURCHMUSIC_API_ADDR: `127.0.0.1:${this.apiPort}`,
      CHURCHMUSIC_WEB_ADDR: `127.0.0.1:${this.webPort}`,
      CHURCHMUSIC_METRICS_ADDR: '127.0.0.1:0',
      CHURCHMUSIC_PUBLIC_URL: this.url,
    }
  }

  get apiUrl(): string {
    return `http://localhost:${this.apiPort}`
  }

  createUser(name: string, role: string, password = adminPassword): void {
    this.run(['user', 'create', name, '--role', role, '--password-stdin'], password)
  }

  /** One of the program's commands on this data folder; it answers what was printed. The server must not run. */
  run(args: string[], input = ''): string {
    const done = spawnSync(binary, args, { env: this.env, input, encoding: 'utf8', maxBuffer: 64 << 20 })
    if (done.status !== 0) throw new Error(`churchmusic ${args.join(' ')}: ${done.stderr}`)
    return done.stdout
  }

  async start(): Promise<void> {
    const child = spawn(binary, ['serve'], { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.child = child
    this.output = ''
    child.stdout?.on('data', (chunk) => {
      this.output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      this.output += chunk
    })
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`the program ended: ${this.output}`)
      return (await fetch(`${this.url}/readyz`)).ok
    })
  }

  /** The one-time link that the program printed at its first start. */
  async setupLink(): Promise<string> {
    let link: string | undefined
    await until(async () => {
      link = /https?:\/\/\S+\/setup\S+/.exec(this.output)?.[0]
      return link !== undefined
    })
    return link as string
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    const child = this.child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await ended
  }

  async remove(): Promise<void> {
    await this.kill('SIGTERM')
    rmSync(this.data, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => done(port))
    })
  })
}

async function until(probe: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    try {
      if (await probe()) return
    } catch (e) {
      if (e instanceof Error && e.message.startsWith('the program ended')) throw e
    }
    await new Promise((next) => setTimeout(next, 25))
  }
  throw new Error('not ready in 10 s')
}
