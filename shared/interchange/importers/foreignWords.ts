import type { invoiceColumns, invoiceKinds, mappedPools, mappedUsageColumns } from '../auditMapping.ts';
import type { RowColumn, RowKind } from '../../ledger/row.ts';

/** Names of columns that other systems use, in a few languages, as patterns over lower-case words with single spaces. */
export const ledgerNames: readonly (readonly [RowColumn | 'draw' | 'pool', RegExp])[] = [
  [
    'includedAfter',
    /^(included|plan|allowance|paket|inklusive?) (after|balance|remaining|left|danach|saldo|rest)$|^(balance|remaining) (included|plan)$/,
  ],
  [
    'prepaidAfter',
    /^(prepaid|guthaben|wallet|prepaye) (after|balance|remaining|left|danach|saldo|rest)$|^(balance|remaining) prepaid$/,
  ],
  ['flexMonthAfter', /^(flex|overage|mehrverbrauch)( month)? (after|balance|accrued|danach|saldo)$/],
  [
    'at',
    /^(at|when|date|datum|day|timestamp|time|zeit|zeitpunkt|date time|datetime|created|created at|event time|booked|booked at|buchungsdatum|occurred at|fecha)$/,
  ],
  ['kind', /^(kind|type|art|typ|what|entry type|transaction type|event type|buchungsart|vorgang|operation|tipo)$/],
  [
    'id',
    /^(id|nr|no|ref|reference|event id|transaction id|entry id|uuid|vorgangsnummer|beleg|belegnummer|number|nummer)$/,
  ],
  ['seq', /^(seq|sequence|row|line|zeile|lfd nr|position)$/],
  ['meter', /^(meter|metric|sku|product|produkt|feature|service|leistung|model|resource|zahler|zaehler)$/],
  ['quantity', /^(quantity|qty|menge|units|count|anzahl|stuck|quantite|cantidad)$/],
  ['pool', /^(pool|bucket|wallet|source|balance type|topf|konto|credit type|fund)$/],
  ['draw', /^((amount|drawn|draw|delta|change|credits|betrag|abbuchung)( in)?( cents?)?|cents)$/],
  ['included', /^(included|plan|paket|allowance|from plan|included drawn|plan credits|inklusive?)$/],
  ['prepaid', /^(prepaid|guthaben|prepaid drawn|purchased|from prepaid|prepaid credits)$/],
  ['flex', /^(flex|overage|mehrverbrauch|flex drawn|on demand|pay as you go|payg)$/],
  ['blocked', /^(blocked|denied|rejected|unserved|gesperrt|abgelehnt)$/],
  ['credits', /^(credits|credit|total|amount|credits used|total credits|kredite|punkte|cents|betrag|gesamt|summe)$/],
];

export const invoiceNames: readonly (readonly [(typeof invoiceColumns)[number], RegExp])[] = [
  [
    'number',
    /^(number|no|nr|invoice|invoice no|invoice number|invoice id|rechnung|rechnungsnummer|rechnungsnr|rechnung nr|belegnummer|facture)$/,
  ],
  [
    'issuedAt',
    /^(issued|issued at|date|datum|invoice date|issue date|rechnungsdatum|billed at|created|created at|when)$/,
  ],
  ['kind', /^(kind|type|item|line|line type|description|art|position|posten|what|product|leistung|typ|charge)$/],
  ['credits', /^(credits|quantity|qty|menge|units|kredite|anzahl)$/],
  ['unitPrice', /^(unit price|price|rate|preis|einzelpreis|unit cost|stuckpreis|price per credit)$/],
  ['amount', /^(amount|total|line total|sum|betrag|summe|netto|net|gesamt|charge amount|cost)$/],
];

export const usageNames: readonly (readonly [(typeof mappedUsageColumns)[number], RegExp])[] = [
  [
    'at',
    /^(at|when|date|datum|day|timestamp|time|zeit|zeitpunkt|created|created at|event time|started|started at|date time|datetime)$/,
  ],
  [
    'meter',
    /^(meter|metric|sku|product|produkt|feature|service|leistung|model|resource|event name|event type|type|name|operation)$/,
  ],
  ['quantity', /^(quantity|qty|menge|units|count|anzahl|value|amount|usage|images|seconds|tokens)$/],
  ['credits', /^(credits|credit|credits used|total credits|kredite|punkte)$/],
  ['id', /^(id|nr|no|ref|reference|event id|request id|transaction id|uuid|idempotency key)$/],
];

export const kindWords: readonly (readonly [RowKind, RegExp])[] = [
  ['flex-close', /close|abschluss|flex bill|month end|overage bill/],
  ['change-plan', /change ?plan|plan ?change|upgrade|downgrade|tarifwechsel/],
  ['set-flex', /set ?flex|flex (on|off|cap)/],
  ['subscribe', /subscri|signup|anmeldung|vertragsbeginn/],
  ['cancel', /cancel|kundigung|kuendigung|terminate/],
  ['forfeit', /forfeit|surrender/],
  ['expire', /expir|laps|verfall|ablauf/],
  ['grant', /grant|allowance|renewal|gutschrift|included credit|monthly credit/],
  ['purchase', /purchase|top ?up|buy|bought|kauf|aufladung/],
  ['adjust', /adjust|correction|korrektur|manual/],
  ['opening', /opening|eroffnung|anfangsbestand|carried forward/],
  ['use', /^use|usage|debit|consum|burn|draw|spend|verbrauch|nutzung|abbuchung|charge/],
];

export const poolWords: readonly (readonly [(typeof mappedPools)[number], RegExp])[] = [
  ['included', /includ|plan|paket|allowance|inklusiv|free|monthly/],
  ['prepaid', /prepaid|purchas|guthaben|paid|top ?up/],
  ['flex', /flex|overage|on demand|mehrverbrauch|payg/],
  ['blocked', /block|denied|reject|gesperrt/],
];

export const lineWords: readonly (readonly [(typeof invoiceKinds)[number], RegExp])[] = [
  ['total', /^(grand )?total|^sum|gesamt|summe/],
  ['final-flex', /final/],
  ['flex', /flex|overage|mehrverbrauch|on demand|usage/],
  ['prepaid', /prepaid|top ?up|purchase|guthaben|credit pack/],
  ['subscription', /subscri|plan|fee|base|grundgebuhr|abo|licen|tarif/],
];

/** A name or word as it is compared: lower case, accents off, words apart by one space. */
export function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The first thing whose pattern a word fits; undefined where none does. */
export function fitting<Thing>(things: readonly (readonly [Thing, RegExp])[], word: string): Thing | undefined {
  const plain = plainName(word);
  return things.find(([, pattern]) => pattern.test(plain))?.[0];
}
