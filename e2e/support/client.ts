import { type Server, adminPassword } from './server'

export interface Song {
  id: string
  version: number
  title: string
  visibility: string
  arrangements: { id: string; chart_text: string; key: string }[]
}

export interface Summary {
  id: string
  title: string
  key?: string
}

export interface Person {
  id: string
  name: string
  song_count: number
}

interface Sent {
  status: number
  body: unknown
  headers: Headers
}

/** What a story needs to be there before it begins is put there by the API, signed in by a token. */
export class Client {
  private constructor(
    private readonly server: Server,
    private readonly token: string,
  ) {}

  static visitor(server: Server): Client {
    return new Client(server, '')
  }

  static async signIn(server: Server, username: string, password = adminPassword): Promise<Client> {
    const { status, body } = await Client.visitor(server).send('POST', '/api/session', {
      username,
      password,
      token: true,
    })
    if (status !== 200) throw new Error(`sign-in of ${username}: ${status} ${JSON.stringify(body)}`)
    return new Client(server, (body as { token: string }).token)
  }

  async send(method: string, path: string, body?: unknown, version?: number): Promise<Sent> {
    const headers = new Headers({ Accept: 'application/json' })
    if (body !== undefined) headers.set('Content-Type', 'application/json')
    if (this.token) headers.set('Authorization', this.token)
    if (version !== undefined) headers.set('If-Match', `"${version}"`)
    const answer = await fetch(this.server.apiUrl + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
    const text = await answer.text()
    return { status: answer.status, body: text ? JSON.parse(text) : undefined, headers: answer.headers }
  }

  /** As send, but anything other than success is the end of the story. */
  async call<T>(method: string, path: string, body?: unknown, version?: number): Promise<T> {
    const sent = await this.send(method, path, body, version)
    if (sent.status >= 300) throw new Error(`${method} ${path}: ${sent.status} ${JSON.stringify(sent.body)}`)
    return sent.body as T
  }

  songs(query = ''): Promise<Summary[]> {
    return this.call('GET', `/api/songs${query}`)
  }

  async songNamed(title: string): Promise<Summary> {
    const found = (await this.songs()).find((song) => song.title === title)
    if (!found) throw new Error(`there is no song called ${title}`)
    return found
  }

  song(id: string): Promise<Song> {
    return this.call('GET', `/api/songs/${id}`)
  }

  createSong(title: string, chart_text: string, more: object = {}): Promise<Song> {
    return this.call('POST', '/api/songs', { title, chart_text, ...more })
  }

  createPerson(name: string, kind = 'singer'): Promise<Person> {
    return this.call('POST', '/api/profiles', { name, kind, instruments: [], notes: '' })
  }

  /** Puts songs into a person's list and answers their titles in that order. */
  async fillList(person: Person, songs: Summary[]): Promise<void> {
    await this.call('POST', `/api/profiles/${person.id}/songs`, { song_ids: songs.map((song) => song.id) })
  }

  async titlesOf(person: Person): Promise<string[]> {
    const rows = await this.call<{ song: Summary }[]>('GET', `/api/profiles/${person.id}/songs`)
    return rows.map((row) => row.song.title)
  }
}

let made = 0

/** A name that no other story of this run has. */
export function unique(name: string): string {
  made += 1
  return `${name} ${process.pid}-${made}`
}
