// The reduced eligibility question on Fastify and better-sqlite3: node server.js DATABASE. Listens on a free port and prints it.
import Database from 'better-sqlite3'
import Fastify from 'fastify'

const db = new Database(process.argv[2], { readonly: true })
const findChip = db.prepare('SELECT * FROM chip WHERE id = ?')
const findPlace = db.prepare('SELECT code, name FROM place WHERE code = ?')
const findGroups = db.prepare(`
  SELECT "group", from_day AS "from", until_day AS until, cite FROM membership
  WHERE place = :place AND from_day <= :date AND until_day > :date ORDER BY "group"`)
const findProvisions = db.prepare(`
  SELECT p.id AS provision, p.effect, p.policy, p.text, p.cite, p.from_day AS "from", p.until_day AS until,
    r.id AS ruling, r.title, r.jurisdiction, r.url
  FROM caught c JOIN provision p ON p.no = c.provision JOIN ruling r ON r.no = p.ruling
  WHERE c.chip = :chip AND p.from_day <= :date AND p.until_day > :date
    AND EXISTS (SELECT 1 FROM reach x WHERE x.provision = p.no AND x.excluded = 0 AND (x.place IN ('*', :place) OR x.place IN
      (SELECT m."group" FROM membership m WHERE m.place = :place AND m.from_day <= :date AND m.until_day > :date)))
    AND NOT EXISTS (SELECT 1 FROM reach x WHERE x.provision = p.no AND x.excluded = 1 AND (x.place = :place OR x.place IN
      (SELECT m."group" FROM membership m WHERE m.place = :place AND m.from_day <= :date AND m.until_day > :date)))
  ORDER BY p.severity DESC, p.id`)
const ask = db.transaction((chip, destination, date) => {
  const item = findChip.get(chip)
  const place = findPlace.get(destination)
  if (!item || !place) return { item, place }
  const groups = findGroups.all({ place: place.code, date })
  const because = findProvisions.all({ chip: item.no, place: place.code, date })
  return { item, place: { ...place, groups }, because }
})

function decide (because) {
  const has = effect => because.some(provision => provision.effect === effect)
  if (has('prohibit')) return 'prohibited'
  if (has('license_required')) return has('license_exception') ? 'license_exception_available' : 'license_required'
  return 'no_license_required'
}

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const numberOrNull = { type: ['number', 'null'] }
const chip = {
  type: 'object',
  properties: {
    id: text, name: text, vendor: text, tpp: numberOrNull, performance_density: numberOrNull,
    memory_bandwidth_gb_s: numberOrNull, io_plus_memory_bandwidth_gb_s: numberOrNull
  }
}
const group = { type: 'object', properties: { group: text, from: text, until: text, cite: text } }
const provision = {
  type: 'object',
  properties: {
    provision: text, effect: text, policy: textOrNull, text, cite: text, from: text, until: text,
    ruling: text, title: text, jurisdiction: text, url: textOrNull
  }
}
const answer = {
  type: 'object',
  properties: {
    question: { type: 'object', properties: { chip: text, destination: text, date: text } },
    chip,
    destination: { type: 'object', properties: { code: text, name: text, groups: { type: 'array', items: group } } },
    outcome: text,
    because: { type: 'array', items: provision },
    notice: text
  }
}
const schema = {
  querystring: {
    type: 'object',
    required: ['chip', 'destination', 'date'],
    properties: { chip: text, destination: text, date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, explain: text }
  },
  response: { 200: answer }
}

const app = Fastify()
app.get('/v1/eligibility', { schema }, (request, reply) => {
  const { chip, destination, date } = request.query
  const { item, place, because } = ask(chip, destination, date)
  if (!item || !place) return reply.code(404).send({ error: item ? 'unknown destination' : 'unknown chip' })
  return reply.send({
    question: { chip, destination, date },
    chip: item,
    destination: place,
    outcome: decide(because),
    because,
    notice: 'Research data, not legal advice.'
  })
})
await app.listen({ port: 0, host: '127.0.0.1' })
console.log(app.server.address().port)
