// What the page knows: rooms, people, messages, where we are and who we are there.

import { listen } from "./api.js";

const ACTION_SECONDS = 5;
const PHONE = matchMedia("(max-width: 760px)");
const ONLY_LIST = () => PHONE.matches && document.documentElement.dataset.view === "list";

/** Tells "state", "message", "delete", "status", "people", "panel", "place" to whoever listens. */
class Store extends EventTarget {
  bot = null;
  languages = {};
  people = new Map();
  rooms = new Map();
  panel = null;
  online = false;
  current = null; // name of the open room
  #run = null;

  start() {
    listen((kind, data) => this[`_${kind}`](data), (online) => this._online(online));
  }

  get room() {
    return this.rooms.get(this.current);
  }

  get actor() {
    return this.room && this.people.get(this.room.actor);
  }

  /** Who does it, and in which topic: part of every request. */
  get place() {
    return { by: this.room.actor, topic: this.room.topic };
  }

  open(name) {
    this.current = name;
    this.room.unread = 0;
    this.tell("place");
  }

  be(personId) {
    this.room.actor = personId;
    this.tell("place");
  }

  enterTopic(id) {
    this.room.topic = id;
    this.tell("place");
  }

  /** The messages of the open room and topic, oldest first. */
  shown() {
    const { messages, topic, topics } = this.room;
    return [...messages.values()].filter((one) => !topics.length || one.topic === topic);
  }

  tell(kind, detail = null) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  on(kind, listener) {
    this.addEventListener(kind, (event) => listener(event.detail));
  }

  _online(online) {
    this.online = online;
    if (this.room) this.tell("status");
  }

  _state(data) {
    if (this.#run && this.#run !== data.run) return location.reload();
    this.#run = data.run;
    Object.assign(this, { bot: data.bot, languages: data.languages, panel: data.panel });
    this.people = new Map(data.people.map((person) => [person.id, person]));
    this.rooms = new Map(data.rooms.map((room) => [room.name, this.#kept(room)]));
    for (const message of data.messages) this.rooms.get(message.room).messages.set(message.id, message);
    this.current ??= data.rooms[0].name;
    this.tell("state");
  }

  /** A room as it came, with what only the page knows about it. */
  #kept(room) {
    const before = this.rooms.get(room.name);
    return {
      ...room,
      messages: new Map(),
      actor: before?.actor ?? room.members[0],
      topic: before?.topic ?? room.topics[0]?.id ?? null,
      unread: before?.unread ?? 0,
      action: null,
    };
  }

  _message(message) {
    const room = this.rooms.get(message.room);
    const fresh = !room.messages.has(message.id);
    room.messages.set(message.id, message);
    if (fresh && message.sender.bot) {
      room.action = null;
      if (message.room !== this.current || ONLY_LIST()) room.unread += 1;
    }
    this.tell("message", { message, fresh });
  }

  _delete({ room, id }) {
    this.rooms.get(room).messages.delete(id);
    this.tell("delete", { room, id });
  }

  _action({ room: name, action }) {
    const room = this.rooms.get(name);
    const mark = (room.action = { action });
    setTimeout(() => {
      if (room.action === mark) room.action = null;
      this.tell("status");
    }, ACTION_SECONDS * 1000);
    this.tell("status");
  }

  _people({ people }) {
    for (const person of people) this.people.set(person.id, person);
    this.tell("people");
  }

  _panel(panel) {
    this.panel = panel;
    this.tell("panel");
  }
}

export const store = new Store();
