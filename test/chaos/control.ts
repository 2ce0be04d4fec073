import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import process from 'node:process';
import {manners, operations, type Manner, type Operation} from './places.js';

/** What the next process that comes there is to do. */
export type Order = {
  readonly role: 'host' | 'worker';
  readonly operation: Operation;
  /** Part of the file's path. */
  readonly file: string;
  /** Which such call, counted from 1 over all processes. */
  readonly nth: number;
  readonly manner: Manner;
  /** Who dies of it: the process itself, its parent, or both. */
  readonly victims: 'itself' | 'parent' | 'both';
};

/** Where an order was carried out. */
export type Fired = {readonly pid: number; readonly file: string};

// The layout of `struct control` in native/chaos.c.
const size = 48 + 64 + 512;
const at = {armed: 0, roles: 4, ops: 8, manner: 12, victims: 16, remaining: 20, full: 24, refused: 28, fired: 32, pid: 36, pattern: 48, path: 112};
const roles = {host: 1, worker: 2};
const victims = {itself: 1, parent: 2, both: 3};

/** The block that the driver shares with the library in the processes of a sweep. */
export class Control {
  readonly file: string;
  readonly #descriptor: number;

  constructor(file: string) {
    this.file = file;
    fs.writeFileSync(file, Buffer.alloc(size));
    this.#descriptor = fs.openSync(file, 'r+');
  }

  /** What a process is to be started with. Its changes below `root` are watched. */
  environment(library: string, root: string): Record<string, string> {
    const {LD_PRELOAD: others} = process.env;
    return {LD_PRELOAD: others ? `${library}:${others}` : library, CHAOS_CONTROL: this.file, CHAOS_ROOT: root};
  }

  arm({role, operation, file, nth, manner, victims: who}: Order): void {
    this.#write(at.armed, 0);
    this.#write(at.fired, 0);
    this.#write(at.roles, roles[role]);
    this.#write(at.ops, operations[operation]);
    this.#write(at.manner, manners[manner]);
    this.#write(at.victims, victims[who]);
    this.#write(at.remaining, nth);
    fs.writeSync(this.#descriptor, Buffer.from(file.padEnd(64, '\0')), 0, 64, at.pattern);
    fs.writeSync(this.#descriptor, Buffer.alloc(512), 0, 512, at.path);
    this.#write(at.armed, 1);
  }

  disarm(): void {
    this.#write(at.armed, 0);
  }

  /** Where the order was carried out, once it was. */
  get fired(): Fired | undefined {
    return this.#read(at.fired) === 0 ? undefined : {pid: this.#read(at.pid), file: this.#readText(at.path, 512)};
  }

  /** Whether every write fails for want of room. */
  setFull(isFull: boolean): void {
    this.#write(at.full, isFull ? 1 : 0);
  }

  /** How many calls were refused for want of room. */
  get refused(): number {
    return this.#read(at.refused);
  }

  close(): void {
    fs.closeSync(this.#descriptor);
  }

  #write(place: number, value: number): void {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value);
    fs.writeSync(this.#descriptor, bytes, 0, 4, place);
  }

  #read(place: number): number {
    const bytes = Buffer.alloc(4);
    fs.readSync(this.#descriptor, bytes, 0, 4, place);
    return bytes.readInt32LE();
  }

  #readText(place: number, length: number): string {
    const bytes = Buffer.alloc(length);
    fs.readSync(this.#descriptor, bytes, 0, length, place);
    return bytes.toString('utf8', 0, bytes.indexOf(0));
  }
}
