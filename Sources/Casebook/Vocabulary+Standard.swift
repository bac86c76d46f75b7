extension Vocabulary {
  /// The vocabulary of `skikk-case/1`.
  public static let standard = VocabularyBuilder.build(
    parts: PartDescription.caseParts + PartDescription.claimParts + PartDescription.amountParts,
    events: EventDescription.all)

  /// The format that case files name in `format`.
  public static let format = "skikk-case/1"

  /// The field name written like this in the rule language (`delivery-valid`), or nil.
  public func word(named name: String) -> Word? {
    let key = FieldName.key(ofName: name)
    return FieldName(key: key).name == name ? word(key: key) : nil
  }

  /// The field name written like this in case files (`deliveryValid`), or nil.
  public func word(key: String) -> Word? {
    let number = keys.find(key)
    return number < 0 ? nil : Word(rawValue: UInt16(number))
  }

  /// The kind of this name (`claim`, `inkassovarsel`), or nil.
  public func kind(named name: String) -> ThingKind? {
    kinds.first { $0.name == name }
  }

  /// Every event type, in the order of the closed list of types.
  public var eventKinds: [ThingKind] {
    kinds.filter { $0.traits != nil }
  }
}

extension ThingKind {
  /// What sets this event type apart; nil for what is no event.
  public var traits: EventTraits? {
    if case .event(let traits) = role { traits } else { nil }
  }
}

extension EventDescription {
  /// Every event type, in the order of the reference.
  static let all =
    letters + answers + contacts + money + plans + assessments + objections + legalSteps
    + handovers + facts + limitation + remarks + closing
}
