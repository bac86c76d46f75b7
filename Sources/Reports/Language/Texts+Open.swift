import Audit
import Casebook

/// What could not be decided, and why.
enum OpenTexts {
  static let title = Label(nb: "Ikke avgjort", en: "Not decided")

  /// The heading over the questions of one reason.
  static func heading(_ reason: Undetermined.Reason) -> Label {
    switch reason {
    case .unread:
      Label(nb: "Brev ingen har lest", en: "Letters nobody has read")
    case .human:
      Label(nb: "En person må vurdere", en: "For a person to judge")
    case .missing:
      Label(nb: "Opplysninger saken ikke har", en: "Facts the file lacks")
    case .law:
      Label(nb: "Rett som er åpen", en: "Law that is open")
    case .conflict:
      Label(nb: "Opplysninger som strider mot hverandre", en: "Facts that contradict each other")
    }
  }

  /// The sentence of one open question; `what` names what is missing.
  static func sentence(_ reason: Undetermined.Reason, _ what: String) -> Label {
    switch reason {
    case .unread:
      Label(
        nb: "Ingen har lest hva brevet sier: \(what).",
        en: "Nobody has read what the letter says: \(what).")
    case .human:
      Label(nb: "En person må vurdere: \(what).", en: "A person must judge: \(what).")
    case .missing:
      Label(nb: "Saken sier ikke: \(what).", en: "The file does not say: \(what).")
    case .law:
      Label(nb: "Retten er åpen: \(what).", en: "The law is open: \(what).")
    case .conflict:
      Label(nb: "Saken motsier seg selv: \(what).", en: "The file contradicts itself: \(what).")
    }
  }

  /// What a thing that is missing is called: a path, `/events: TYPE` for an event that is not
  /// there, or a name behind `choice:`, `ruling:`, `table:`, `commencement:` or `complete:`.
  static func missing(_ name: String) -> Label {
    if let types = types(ofMissing: name) {
      return Label(
        nb: "en hendelse: \(types.replacing(" or ", with: " eller "))", en: "an event: \(types)")
    }
    let sides = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard sides.count == 2, !name.hasPrefix("/") else { return Label(same: name) }
    switch sides[0] {
    case "choice":
      return Label(
        nb: "tolkningen \(sides[1]) er ikke valgt (--choose \(sides[1])=…)",
        en: "the reading \(sides[1]) is not chosen (--choose \(sides[1])=…)")
    case "ruling":
      return Label(
        nb: "en avgjørelse om \(sides[1]) i rulings", en: "a ruling on \(sides[1]) in rulings")
    case "table":
      return Label(
        nb: "tabellen \(sides[1]) rekker ikke så langt",
        en: "the table \(sides[1]) does not reach that far")
    case "commencement":
      return Label(
        nb: "ingen dag er satt for når \(sides[1]) trer i kraft",
        en: "no day is set on which \(sides[1]) comes into force")
    case "complete":
      return Label(
        nb: "om saken har alt av \(sides[1]) (complete.\(sides[1]))",
        en: "whether the file has all \(sides[1]) (complete.\(sides[1]))")
    default: return Label(same: name)
    }
  }

  /// The types of the events that are missing, of which there is at least one.
  private static func types(ofMissing name: String) -> Substring? {
    let beginning = "/events: "
    guard name.hasPrefix(beginning) else { return nil }
    let types = name.dropFirst(beginning.count)
    return types.isEmpty ? nil : types
  }

  static let setAside = Label(nb: "Satt til side av unntak", en: "Set aside by an exception")
  static let assumptions = Label(nb: "Forutsatt", en: "Assumed")
  static let choices = Label(nb: "Tolkninger lagt til grunn", en: "Readings used")
  static let ownChoice = Label(nb: "valgt i saken", en: "chosen in the file")
  static let conflicts = Label(
    nb: "Motstrid i saken", en: "Contradictions in the file")
}
