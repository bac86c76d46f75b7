/// The keys that families of events share (case format 2.5 and 2.6).
extension EventDescription {
  /// Fields that many event types have.
  enum Common: Int, CaseIterable {
    case head, debtorsHead, letter, tail

    /// The fields.
    var fields: [FieldDescription] {
      switch self {
      case .head: EventDescription.head(isDebtorsAct: false)
      case .debtorsHead: EventDescription.head(isDebtorsAct: true)
      case .letter: EventDescription.letterFields
      case .tail: EventDescription.tail
      }
    }
  }

  /// Some of its fields: those that many types have, or its own.
  enum Group {
    case common(Common)
    case own([FieldDescription])
  }

  /// All its fields: those of every event, of its family, and its own.
  var fieldGroups: [Group] {
    let family: Group =
      switch self.family {
      case .letter: .common(.letter)
      case .contact: .own(contactFields)
      case .plain: .own([])
      }
    return [.common(isDebtorsAct ? .debtorsHead : .head), family, .own(own), .common(.tail)]
  }

  private static func head(isDebtorsAct: Bool) -> [FieldDescription] {
    [
      field("type", .eventType, .required, "What happened."),
      field(
        "id", .id, absent: .nothing("named by its path; nothing can refer to it"),
        "Its name in this file."),
      field(
        "date", .day, absent: .unknown("day unknown, unless `at` carries it"),
        "The day in Norway of dispatch, booking, receipt, agreement, filing, else of the act."),
      field(
        "at", .time, absent: .unknown("day unknown, unless `date` says it"),
        "The moment, in Norwegian time or with an offset; instead of `date`."),
      field(
        "seq", .int(0...1_000_000_000), absent: .nothing("clock and rank order the day"),
        "Its place among the events of the same day."),
      field(
        "by", .choice(.actor), absent: isDebtorsAct ? .assumed("debtor") : .unknown, "Who acted."),
      field(
        "byId", .id, absent: .unknown("the only one of its role"),
        "Which one; required when the file names several of the role."),
      field(
        "claims", .list(.reference(.claim)), absent: .unknown("every claim of the case"),
        "The claims it concerns; `[]` none of them."),
      field(
        "of", .list(.reference(.event)),
        absent: .unknown("the open one if only one fits, else undetermined"),
        "The events it is about, answers, moves or undoes."),
      field(
        "sharedId", .id, absent: .unknown("an event of its own"),
        "Names a letter, call or payment that stands in several files, or a sheet that is two."),
    ]
  }

  private static var tail: [FieldDescription] {
    [
      field("text", .text, absent: .nothing, "Its wording, for people; never judged."),
      field("note", .text, absent: .nothing, "A remark for people; never judged."),
    ]
  }

  private static var letterFields: [FieldDescription] {
    [
      field(
        "letterDate", .day, absent: .unknown("stands in for `date` under `choice:sent-date`"),
        "The day printed on the letter."),
      field(
        "deadline", .day, .orNone,
        absent: .unknown("deadline rules and all later steps undetermined"),
        "The last day to pay, as the letter states it."),
      field(
        "deadlineDays", .int(0...3650), absent: .unknown("see `deadline`"),
        "Where the letter gives only a number of days from `date`; instead of `deadline`."),
      field(
        "channel", .choice(.channel), absent: .unknown("undetermined where form matters"),
        "The way it went."),
      field(
        "channelBasis", .choice(.channelBasis), .orNone,
        absent: .unknown("electronic: for a person to settle"),
        "Why the electronic channel is safe."),
      field(
        "address", .reference(.address), absent: .unknown("not evaluated"),
        "The debtor's address that was used."),
      recipients,
      field(
        "onBehalfOf", .choice(.onBehalfOf), absent: .unknown("undetermined"),
        "In whose name a sender `by` other wrote."),
      states, flags, outside,
      field(
        "shortForm", .bool, .human, absent: .assumed("false"),
        "The calculation is exceptionally extensive and was shortened."),
      charges,
      field("demands", .thing("lines"), "The balance the letter asked for."),
    ]
  }

  private var contactFields: [FieldDescription] {
    [
      field("channel", .choice(.channel), absent: channelGap, "The way it went."),
      Self.recipients,
      field(
        "direction", .choice(.direction), absent: .assumed("outbound"), "Who contacted whom."),
      field("automatic", .bool, absent: .assumed("false"), "Made by a dialler or robot."),
      field(
        "debtorAsked", .bool, absent: .assumed("false"), "The debtor wanted this contact."),
      field("purpose", .choice(.purpose), absent: .assumed("collection"), "Why it was made."),
      field("identityVerified", .bool, "Identity was checked first."),
      field("disclosed", .bool, "The content of the claim was told."),
      field("situationAsked", .bool, "The debtor was asked about their situation."),
      field("consequencesExplained", .bool, "The consequences of not paying were explained."),
      field("offered", .list(.choice(.offer)), "What was offered."),
      field(
        "reviewedAt", .time, .orNone, "When the caller went through the case before the contact."),
      field(
        "waitSeconds", .int(0...86_400), "How long an inbound caller waited, in seconds."),
      field("feedback", .choice(.feedback), "The debtor's rating."),
      Self.states, Self.flags, Self.outside, Self.charges,
    ]
  }

  private var channelGap: FieldDescription.Gap {
    switch name {
    case "call": .assumed("phone")
    case "visit": .assumed("in-person")
    default: .unknown("undetermined where form matters")
    }
  }

  private static var recipients: FieldDescription {
    field(
      "recipients", .list(.choice(.person)), absent: .assumedList(["debtor"], "assumed debtor"),
      "Who got it, spoke or listened in.")
  }

  private static var states: FieldDescription {
    field(
      "states", .list(.choice(.state)), absent: .unknown("nobody has looked"), "What the text says."
    )
  }

  private static var flags: FieldDescription {
    field(
      "flags", .list(.choice(.flag)), .human, absent: .unknown("nobody has read it"),
      "What a reader found wrong with it.")
  }

  private static var outside: FieldDescription {
    field(
      "outside", .list(.choice(.outside)), "What is seen on the envelope, the card or the preview.")
  }

  /// Charges made by an event that may do without.
  static let charges = field(
    "charges", .list(.thing("item")), absent: .unknown("none, if `complete.charges` is not false"),
    "What it newly charges.")
}
