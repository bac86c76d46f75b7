import Audit
import Casebook

/// The headings and sentences of an account for people.
enum AccountTexts {
  static func title(_ day: String) -> Label {
    Label(nb: "Oppstilling per \(day)", en: "Statement of account as of \(day)")
  }

  static let cases = Label(nb: "Saker", en: "Cases")
  static let oneCase = Label(nb: "Sak", en: "Case")

  static func claim(_ id: String) -> Label { Label(nb: "Krav \(id)", en: "Claim \(id)") }
  static func inCases(_ cases: String) -> Label {
    Label(nb: "Sak: \(cases)", en: "Case: \(cases)")
  }
  static let charges = Label(nb: "Kostnader", en: "Charges")
  static let together = Label(nb: "Grenser for flere kostnader", en: "Limits on several charges")
  static let groups = Label(nb: "Krav som regnes samlet", en: "Claims counted together")
  static let beside = Label(nb: "For mye utenom kostnadene", en: "Too much beside the charges")
  static let entries = Label(nb: "Innbetalinger og oppgjør", en: "Payments and settlement")
  static let total = Label(nb: "I alt", en: "In all")

  static let demanded = Label(nb: "Krevd", en: "Demanded")
  static let lawful = Label(nb: "Lovlig", en: "Lawful")
  static let charged = Label(nb: "Krevd", en: "Charged")
  static let atRisk = Label(nb: "Usikkert", en: "At risk")
  static let ceiling = Label(nb: "Høyst", en: "At most")
  static let left = Label(nb: "Blir stående", en: "Left standing")
  static let tooMuch = Label(nb: "For mye", en: "Too much")
  static let amount = Label(nb: "Beløp", en: "Amount")
  static let sum = Label(nb: "Sum for kravet", en: "Total of the claim")
  static let paid = Label(nb: "Betalt", en: "Paid")
  static let refunded = Label(nb: "Tilbakebetalt", en: "Paid back")
  static let setOff = Label(nb: "Motregnet", en: "Set off")
  static let waived = Label(nb: "Ettergitt ved oppgjør", en: "Waived in settlement")
  static let refundDue = Label(nb: "Skal tilbakebetales", en: "Refund due")
  static let owed = Label(nb: "Gjenstår å betale", en: "Still to pay")

  static let notAsked = Label(nb: "ikke oppgitt", en: "not stated")
  static let unstated = Label(
    nb: "  av dette ikke oppgitt i noe brev", en: "  of it stated in no letter")
  static let notYetDue = Label(
    nb: "  av dette ikke forfalt", en: "  of it not yet due")
  static func notYetDue(_ amount: String) -> Label {
    Label(nb: "\(amount) er ikke forfalt.", en: "\(amount) has not fallen due.")
  }
  static func fallsDue(_ day: String) -> Label {
    Label(nb: "Forfaller \(day); kan ikke kreves før.", en: "Falls due \(day), not before.")
  }
  static let notDue = Label(
    nb: "Er ikke forfalt: ingen forfallsdag er satt.",
    en: "Has not fallen due: no due date is set.")
  static let unlimited = Label(
    nb: "  av dette ikke prøvd av noen regel", en: "  of it judged by no rule")
  static let noLimit = Label(
    nb: "Ingen regel setter en grense for kostnaden.", en: "No rule sets a limit for it.")
  static let noLines = Label(
    nb: """
      Regelsettet sier ikke hva som skyldes utenom kostnadene; hovedstol og rente er ikke med, og \
      summene er ikke kjent.
      """,
    en: """
      The rules do not say what is owed beside the charges; principal and interest are left out, \
      and the totals are not known.
      """)
  static let beforePayments = Label(
    nb: "Før innbetalinger: det som var betalt før brevet, er lagt til det brevet krevde.",
    en: "Before payments: what had been paid before the letter is added to what it asked for.")
  static func together(_ claims: String) -> Label {
    Label(nb: "for \(claims) samlet", en: "for \(claims) together")
  }
  static func asked(_ letters: String) -> Label {
    Label(nb: "Krevd i \(letters)", en: "Demanded in \(letters)")
  }
  static func asked(_ letters: String, lawful amount: String) -> Label {
    Label(
      nb: "Krevd i \(letters); da kunne \(amount) lovlig kreves",
      en: "Demanded in \(letters), when \(amount) could lawfully be asked")
  }
  static let failed = Label(nb: "kom ikke inn, regnes ikke med", en: "did not come in, not counted")
  static let mayHaveFailed = Label(
    nb: "kom kanskje ikke inn", en: "may not have come in")

  static let notCounted = Label(nb: "Regnes ikke med.", en: "Not counted.")
  static let mayNotCount = Label(nb: "Regnes kanskje ikke med.", en: "Perhaps not counted.")

  static func takenBack(_ raised: String, _ amount: String) -> Label {
    Label(
      nb: "Krevd \(raised), frafalt \(amount).", en: "Charged \(raised), dropped \(amount).")
  }

  static func limit(_ most: String, _ rule: String) -> Label {
    let rule = rule.isEmpty ? "" : " " + rule
    return Label(nb: "Høyst \(most):\(rule)", en: "At most \(most):\(rule)")
  }

  static func cut(_ amount: String, _ rule: String) -> Label {
    Label(nb: "\(amount) faller bort: \(rule)", en: "\(amount) falls away: \(rule)")
  }

  static func risk(_ amount: String, _ rule: String) -> Label {
    Label(
      nb: "Inntil \(amount) kan falle bort: \(rule)", en: "Up to \(amount) may fall away: \(rule)")
  }

  /// What would settle an amount that is not known.
  static func open(_ what: String) -> Label { Label(nb: "Åpent: \(what)", en: "Open: \(what)") }
  static let judgement = Label(
    nb: "overlatt til skjønn", en: "left to judgement")

  static func law(_ citation: String) -> Label {
    Label(nb: "Hjemmel: \(citation)", en: "Law: \(citation)")
  }

  static func places(_ numbers: String, isOne: Bool) -> Label {
    Label(
      nb: "Kostnad \(numbers)", en: isOne ? "Charge \(numbers)" : "Charges \(numbers)")
  }

  static func claims(_ ids: String, isOne: Bool) -> Label {
    Label(nb: "krav \(ids)", en: isOne ? "claim \(ids)" : "claims \(ids)")
  }

  static func ofCase(_ id: String) -> Label { Label(nb: "sak \(id)", en: "case \(id)") }

  static func allocated(_ parts: String) -> Label {
    Label(nb: "Avregnet: \(parts)", en: "Set against: \(parts)")
  }

  static func toldUntil(_ day: String) -> Label {
    Label(
      nb: "Saken forteller til \(day); det er regnet med at ingenting har skjedd siden.",
      en: "The file tells until \(day); nothing is taken to have happened since.")
  }
}

/// The bottom line in words, and amounts that are not known to the øre.
extension AccountTexts {
  static func refund(_ amount: String) -> Label {
    Label(
      nb: "Skyldneren skal ha \(amount) tilbake.",
      en: "The debtor is to have \(amount) back.")
  }

  static func maybeRefund(_ amount: String, isMore: Bool) -> Label {
    Label(
      nb: "Inntil \(amount)\(isMore ? " til" : "") kan skulle tilbakebetales.",
      en: "Up to \(amount)\(isMore ? " more" : "") may have to be paid back.")
  }

  static func mayBeTooMuch(_ amount: String) -> Label {
    Label(
      nb: "Inntil \(amount) kan være krevd for mye; det står på åpne spørsmål.",
      en: "Up to \(amount) may have been claimed too much; open questions decide.")
  }

  static func owe(_ amount: String) -> Label {
    Label(nb: "Gjenstår å betale: \(amount).", en: "Still to pay: \(amount).")
  }

  static let settled = Label(nb: "Ingenting gjenstår å betale.", en: "Nothing is left to pay.")

  static func atLeast(_ amount: String) -> Label {
    Label(nb: "minst \(amount)", en: "at least \(amount)")
  }

  static func atMost(_ amount: String) -> Label {
    Label(nb: "høyst \(amount)", en: "at most \(amount)")
  }

  static func between(_ low: String, _ high: String) -> Label {
    Label(nb: "\(low) til \(high)", en: "\(low) to \(high)")
  }
}
